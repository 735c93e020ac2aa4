/** To come. */
export default function WorldMap() {
  return <h1>WorldMap</h1>;
}
