import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** Grey dots of a page, one byte a dot. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

let ready: Promise<unknown> | undefined;

/** The reader's WASM comes from the installed package: nothing is fetched. */
const prepare = (): Promise<unknown> => {
  ready ??= (async () => {
    const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    const bytes = new Uint8Array(readFileSync(file));
    await prepareZXingModule({ overrides: { wasmBinary: bytes.buffer }, fireImmediately: true });
  })();
  return ready;
};

const usual: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  maxNumberOfSymbols: 4,
};

/** Each next way costs more and finds what the ones before it missed: faint print, dirt, shadows. */
const ways: readonly ReaderOptions[] = [
  { ...usual, tryDownscale: false },
  { ...usual, tryDenoise: true },
  { ...usual, binarizer: 'GlobalHistogram' },
];

/** A picture format that the reader takes without unpacking colours. */
const asPgm = ({ width, height, dots }: GreyPage): Uint8Array => {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  return Buffer.concat([head, dots]);
};

/** Texts of the QR codes in a JPEG or PNG; stops at the first way that finds one for which `enough` says yes. */
export const codesInPicture = async (bytes: Uint8Array, enough: (codes: string[]) => boolean): Promise<string[]> => {
  await prepare();
  let seen: string[] = [];
  for (const way of ways) {
    const found = await readBarcodes(bytes, way);
    const codes = found.filter(({ isValid }) => isValid).map(({ text }) => text);
    if (codes.length > 0) seen = codes;
    if (enough(codes)) return codes;
  }
  return seen;
};

export const codesInPage = (page: GreyPage, enough: (codes: string[]) => boolean): Promise<string[]> =>
  codesInPicture(asPgm(page), enough);
