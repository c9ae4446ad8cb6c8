// What a picture is drawn on: a canvas, or SVG, where words stay words and lines stay lines.

import { fontFamily } from '../../ui/ink';
import type { Pair } from '../plane/geometry';
import { canvasOf } from './drawing';
import type { FileFormat } from './exports';
import { pngOf, refuseFalsified } from './files';

export type Box = readonly [left: number, top: number, width: number, height: number];

interface Words {
  size: number;
  colour: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: true;
}

interface Line {
  colour: string;
  width: number;
  dashes?: readonly number[];
}

export interface Sheet {
  /** On the line that runs through the place. */
  words(words: string, at: Pair, look: Words): void;
  line(points: readonly Pair[], look: Line): void;
  /** An image, at the size that it has. */
  picture(canvas: HTMLCanvasElement, at: Pair): void;
  file(): Promise<Blob>;
}

/** The outline of a box. */
export const framed = ([left, top, width, height]: Box): readonly Pair[] => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
  [left, top],
];

export const sheetOf = (format: FileFormat, width: number, height: number, paper: string): Sheet =>
  format === 'svg' ? svgSheet(width, height, paper, fontFamily()) : canvasSheet(width, height, paper);

function canvasSheet(width: number, height: number, paper: string): Sheet {
  const [canvas, context] = canvasOf(width, height, paper);
  const fonts = fontFamily();
  return {
    words(words, [x, y], { size, colour, anchor = 'start', bold }) {
      context.font = `${bold ? 'bold ' : ''}${size}px ${fonts}`;
      context.textAlign = anchor === 'middle' ? 'center' : anchor;
      context.fillStyle = colour;
      context.fillText(words, x, y);
    },
    line(points, { colour, width: lineWidth, dashes = [] }) {
      context.beginPath();
      for (const point of points) context.lineTo(...point);
      context.setLineDash([...dashes]);
      Object.assign(context, { strokeStyle: colour, lineWidth, lineJoin: 'round' });
      context.stroke();
    },
    picture: (picture, at) => context.drawImage(picture, ...at),
    file: () => pngOf(canvas),
  };
}

/** What no XML may hold, however it is written, as a control character in the name of a class (XML 1.0, section 2.2). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (words: string) =>
  words.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const figure = (value: number) => String(Number(value.toFixed(2)));

/** Pictures stand in it as PNG. */
export function svgSheet(width: number, height: number, paper: string, fonts: string): Sheet {
  const parts: string[] = [];
  return {
    words(words, [x, y], { size, colour, anchor = 'start', bold }) {
      const weight = bold ? ' font-weight="bold"' : '';
      parts.push(
        `<text x="${figure(x)}" y="${figure(y)}" font-size="${figure(size)}" fill="${colour}" text-anchor="${anchor}"${weight}>${escaped(words)}</text>`,
      );
    },
    line(points, { colour, width: lineWidth, dashes = [] }) {
      const at = points.map(([x, y]) => `${figure(x)},${figure(y)}`).join(' ');
      const dashed = dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}"` : '';
      parts.push(
        `<polyline points="${at}" fill="none" stroke="${colour}" stroke-width="${figure(lineWidth)}" stroke-linejoin="round"${dashed}/>`,
      );
    },
    picture(picture, [x, y]) {
      refuseFalsified();
      parts.push(
        `<image x="${figure(x)}" y="${figure(y)}" width="${picture.width}" height="${picture.height}" href="${picture.toDataURL('image/png')}"/>`,
      );
    },
    async file() {
      const root = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(fonts)}">`;
      const back = `<rect width="${width}" height="${height}" fill="${paper}"/>`;
      return new Blob([root, back, ...parts, '</svg>'], { type: 'image/svg+xml' });
    },
  };
}
