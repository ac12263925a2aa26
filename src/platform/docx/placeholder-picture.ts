import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A square PNG, one byte of grey and one of cover for each point. */
function png(side: number, point: (x: number, y: number) => readonly [grey: number, cover: number]): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 4, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (1 + side * 2));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) rows.set(point(x, y), y * (1 + side * 2) + 1 + x * 2);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What stands in a template where the renderer puts a picture: a pale square with a border, seen in Word. */
export const placeholderPicture = (): Uint8Array =>
  png(48, (x, y) => (x % 47 === 0 || y % 47 === 0 ? [150, 255] : [240, 255]));

/** What is printed when there is no picture for a placeholder. */
export const emptyPicture = (): Uint8Array => png(1, () => [255, 0]);
