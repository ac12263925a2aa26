import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypstSource } from './paper-to-typst.ts';

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** Folders of the font files, inside the installed package: nothing is fetched. */
function fontFolders(): string[] {
  const root = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  return faces.map((face) => join(root, face));
}

let compiler: NodeCompiler | undefined;

/** Sets a Typst source as a PDF in this thread. Blocks for 10 ms a page or so: call it in a worker. Throws when Typst refuses the source. */
export function typstPdf({ source, pictures }: TypstSource): Uint8Array {
  const setter = theCompiler();
  for (const [name, bytes] of pictures) setter.mapShadow(name, Buffer.from(bytes));
  try {
    return setter.pdf({ mainFileContent: source });
  } finally {
    setter.resetShadow();
    setter.evictCache(0);
  }
}

/** The same, and the values of all metadata under a label («<end>»), in the order of the pages. */
export function typstPdfMarked(source: string, label: string): { pdf: Uint8Array; marks: unknown[] } {
  const setter = theCompiler();
  try {
    const { result } = setter.compile({ mainFileContent: source });
    if (!result) throw new Error('typst refused the source');
    return { pdf: setter.pdf(result), marks: setter.query(result, { selector: label, field: 'value' }) };
  } finally {
    setter.evictCache(0);
  }
}

function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: fontFolders() }] });
  return compiler;
}
