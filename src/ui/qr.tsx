import { create } from 'qrcode';
import { texts } from './texts.ts';

export interface QrProps {
  readonly text: string;
  /** Side in CSS pixels; prints as big. */
  readonly size?: number | undefined;
  readonly label?: string | undefined;
}

/** A path of unit squares for the dark modules, runs of a row joined. */
const path = (text: string): { readonly side: number; readonly d: string } => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let d = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue;
      const start = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++;
      d += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  }
  return { side: modules.size, d };
};

/** A QR code as inline SVG: dark on white in every mode, with the quiet zone around it. */
export const Qr = ({ text, size = 160, label = texts.qr }: QrProps) => {
  const { side, d } = path(text);
  return (
    <svg
      class="qr"
      width={size}
      height={size}
      viewBox={`-4 -4 ${side + 8} ${side + 8}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x="-4" y="-4" width={side + 8} height={side + 8} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
};
