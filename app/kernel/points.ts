/** Points are whole numbers; a share of points is compared as an exact fraction, never as a float. */
export type Points = number;

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Reads `7/10`. Null unless both are whole, the denominator positive and the fraction between 0 and 1. */
export function parseFraction(text: string): Fraction | null {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  if (!match) return null;
  const numerator = Number(match[1]);
  const denominator = Number(match[2]);
  return denominator > 0 && numerator <= denominator ? { numerator, denominator } : null;
}

/** Whether `points` out of `maxPoints` is at least the fraction: points × denominator ≥ numerator × maxPoints. */
export function reaches(points: Points, maxPoints: Points, share: Fraction): boolean {
  return points * share.denominator >= share.numerator * maxPoints;
}

/** Whole percent, rounded down: 69.9 % never shows as 70. */
export function percentDown(points: Points, maxPoints: Points): number {
  return maxPoints === 0 ? 0 : Math.floor((points * 100) / maxPoints);
}
