import { expect, test } from 'vitest';
import { type GalleryPart, gallery, galleryParts } from './gallery.tsx';

const parts = Object.keys(galleryParts) as GalleryPart[];
const pages = parts.flatMap((part) => [[part, false] as const, [part, true] as const]);

test.each(pages)('the part «%s» (panel: %s) stands under a strict CSP and has sound ids', async (part, panel) => {
  const html = String(await gallery({ part, panel }));
  expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/);

  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const [, target] of html.matchAll(/\sfor="([^"]+)"/g)) expect(ids).toContain(target);
  expect(html.match(/<h1/g)).toHaveLength(1);
});
