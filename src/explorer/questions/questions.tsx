/** To come. */
export default function Questions() {
  return <h1>Questions</h1>;
}
