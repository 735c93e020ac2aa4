/** To come. */
export default function Measures() {
  return <h1>Measures</h1>;
}
