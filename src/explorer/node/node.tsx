/** To come. */
export default function NodeView() {
  return <h1>NodeView</h1>;
}
