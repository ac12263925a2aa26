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
  compiler ??= NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: fontFolders() }] });
  for (const [name, bytes] of pictures) compiler.mapShadow(name, Buffer.from(bytes));
  try {
    return compiler.pdf({ mainFileContent: source });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}
