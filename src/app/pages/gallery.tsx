import type { PublicRoute } from '../../platform/http/route.ts';
import { galleryEntrance, gallerySetup } from '../../ui/gallery/entrance.tsx';
import { type GalleryPart, gallery, galleryParts } from '../../ui/gallery/gallery.tsx';
import type { Shell } from '../../ui/shell.ts';

/** Every component in every state; served in development only. */
export const galleryPage: PublicRoute = {
  method: 'GET',
  path: '/ui',
  who: 'public',
  async handle(ctx, input) {
    const shell = (await ctx.shell()) as Shell;
    if (input.query.get('part') === 'entrance') return galleryEntrance(shell);
    if (input.query.get('part') === 'setup') return gallerySetup(shell);
    const part = (Object.keys(galleryParts) as GalleryPart[]).find((one) => one === input.query.get('part'));
    return gallery({ shell, ...(part ? { part } : {}) });
  },
};
