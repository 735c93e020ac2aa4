/** To come. */
export default function GraphView() {
  return <h1>GraphView</h1>;
}
