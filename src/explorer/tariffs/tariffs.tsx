/** To come. */
export default function Tariffs() {
  return <h1>Tariffs</h1>;
}
