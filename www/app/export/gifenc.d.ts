// What the page uses of gifenc, which comes without types.

declare module 'gifenc' {
  export type Palette = [red: number, green: number, blue: number][];
  type Format = 'rgb565' | 'rgb444';

  interface FrameOptions {
    /** Of the first frame, for all. */
    palette?: Palette;
    /** Milliseconds, in steps of 10. */
    delay: number;
    transparent?: boolean;
    transparentIndex?: number;
    /** 1 leaves the frame before in place. */
    dispose?: 1;
  }

  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
  export function quantize(rgba: Uint8Array, colours: number, options: { format: Format }): Palette;
  export function applyPalette(rgba: Uint8Array, palette: Palette, format: Format): Uint8Array;
}
