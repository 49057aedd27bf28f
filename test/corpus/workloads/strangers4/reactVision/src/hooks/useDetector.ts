import { useEffect, useRef, useState } from "react";
import { pipeline, type ObjectDetectionPipeline } from "@huggingface/transformers";

export function useDetector() {
  const ref = useRef<ObjectDetectionPipeline | null>(null);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    let alive = true;
    pipeline("object-detection", "Xenova/yolos-tiny", { device: "webgpu", dtype: "fp32" }).then((p) => {
      if (alive) {
        ref.current = p;
        setReady(true);
      }
    });
    return () => { alive = false; };
  }, []);

  const detect = (url: string) => ref.current?.(url, { threshold: 0.5, percentage: true });
  return { ready, detect };
}
