// Canvases whose units are pixels of the page, and whose own are the device's.

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Fits a canvas to the size, in pixels of the device, and wipes it; its units are pixels of the page. */
export function cleared(canvas: HTMLCanvasElement, { width, height }: Size) {
  const size = { width: Math.round(width * devicePixelRatio), height: Math.round(height * devicePixelRatio) };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to paint on.');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  return context;
}
