import * as THREE from "three";
import { Vector3 } from "three";

const camera = new THREE.PerspectiveCamera(60, innerWidth / innerHeight, 0.1, 1000);
camera.position.copy(new Vector3(0, 24, 64));

export function embedText(text: string, size = 128) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  canvas.getContext("2d")?.fillText(text, 0, size / 2);
  return new THREE.CanvasTexture(canvas);
}
