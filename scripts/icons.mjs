// Copies the outlines of the icons we use out of lucide-static into src/ui/generated/icons.ts.
// Add a name to `used` and run: node scripts/with-node.mjs scripts/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const used = `
  activity alarm-clock archive arrow-down arrow-left arrow-right arrow-up arrow-up-right award badge-check ban bell book book-open
  briefcase building calendar calendar-check calendar-clock calendar-days calendar-plus chart-column chart-line check check-check
  chevron-down chevron-left chevron-right chevron-up chevrons-up-down circle circle-alert circle-check circle-dashed circle-dot
  circle-help circle-plus circle-user circle-x clipboard clipboard-list clipboard-check clock cloud-lightning columns-3 contact copy
  corner-down-right download ellipsis external-link eye eye-off file file-check file-down file-exclamation-point file-pen file-plus
  file-spreadsheet file-text file-up file-warning file-x files filter flag flask-conical folder folder-check folder-down folder-open
  frown git-branch git-compare globe graduation-cap grip-vertical hand-heart handshake heart history hourglass house id-card image inbox
  info key-round laugh layout-dashboard lightbulb link list list-checks list-plus loader lock lock-open log-in log-out mail map map-pin
  megaphone meh menu message-circle message-square-quote milestone minus monitor moon network newspaper paperclip pause pencil phone pin
  play plus printer qr-code quote radio refresh-cw repeat rotate-ccw route rss save scale scan scan-line scan-qr-code scroll-text search
  send server settings settings-2 share-2 shield shield-alert shield-check signature sliders-horizontal smile sparkles spell-check
  sprout square-pen star sun table tag target thumbs-down thumbs-up timer trash-2 trending-down trending-up triangle-alert trophy undo-2
  upload user user-check user-minus user-plus user-round users users-round waypoints wand-sparkles wrench x zoom-in
`
  .trim()
  .split(/\s+/);

const from = new URL('../node_modules/lucide-static/icons/', import.meta.url);
const inside = (name) =>
  readFileSync(new URL(`${name}.svg`, from), 'utf8')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>')
    .replaceAll("'", '&apos;');

const lines = used.sort().map((name) => `  '${name}': '${inside(name)}',`);
writeFileSync(
  new URL('../src/ui/generated/icons.ts', import.meta.url),
  `// Made by scripts/icons.mjs from lucide-static (ISC licence). Do not edit.\nexport const icons = {\n${lines.join('\n')}\n} as const;\n`,
);
