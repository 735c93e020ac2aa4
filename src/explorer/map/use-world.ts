import { useEffect, useState } from "react";
import type { World } from "./world.ts";

let loaded: World | undefined;

/** The borders of the world, once they are loaded: they come after the view's first paint. */
export function useWorld(): World | undefined {
  const [world, setWorld] = useState(loaded);
  useEffect(() => {
    if (loaded) return;
    let isGone = false;
    import("./world.ts").then((module) => {
      loaded = module.WORLD;
      if (!isGone) setWorld(loaded);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return world;
}
