/** erfc for x ≥ 0 to the last digits: the series near zero, the continued fraction beyond (Abramowitz & Stegun 7.1.6, 7.1.14). */
const upperError = (x: number): number => {
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x < 2.5) {
    let [term, sum] = [2 * x, 2 * x];
    for (let step = 1; Math.abs(term) > Math.abs(sum) * 1e-17; step++) {
      term *= (2 * x * x) / (2 * step + 1);
      sum += term;
    }
    return 1 - scale * sum;
  }
  let fraction = x;
  for (let step = 120; step > 0; step--) fraction = x + step / 2 / fraction;
  return scale / fraction;
};

/** Both tails of the standard normal distribution beyond |z|. */
export const normalTails = (z: number): number => upperError(Math.abs(z) / Math.SQRT2);

/** The part of the standard normal distribution below z. */
export const normalBelow = (z: number): number => (z > 0 ? 1 - normalTails(z) / 2 : normalTails(z) / 2);

/** Below which z lies this part: Newton's steps from the logistic guess, which lies inside for every part. ±∞ at 0 and 1. */
export const normalQuantile = (part: number): number => {
  if (part <= 0 || part >= 1) return part <= 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  let z = Math.log(part / (1 - part)) / 1.702;
  for (let step = 0; step < 60; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalBelow(z) - part) / density;
    // Halley's correction keeps the far tails from overshooting
    const move = error / (1 + (z * error) / 2);
    z -= move;
    if (Math.abs(move) < 1e-15 * Math.max(1, Math.abs(z))) break;
  }
  return z;
};
