export { catalogOf, type Release, releasesIn } from "./catalog.ts";
export { filesOf, type ReleaseFile } from "./files.ts";
export { type Manifest, readManifest } from "./manifest.ts";
export { type State, writeRelease } from "./write.ts";
