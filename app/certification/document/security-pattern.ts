/**
 * A guilloche rosette as an SVG path: the curve of a point on a circle that rolls with a wave. Fine lines like these blur in a
 * copy; they are for the eye, the proof is in the signature.
 */
export function rosette(shape: {
  readonly centre: readonly [x: number, y: number];
  readonly radius: number;
  readonly depth: number;
  readonly lobes: number;
  readonly turn: number;
}): string {
  const { centre, radius, depth, lobes, turn } = shape;
  const steps = 360;
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps;
    const distance = radius + depth * Math.sin(lobes * angle + turn);
    return `${(centre[0] + distance * Math.cos(angle)).toFixed(2)} ${(centre[1] + distance * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

/** A band of rosettes inside one another, each turned a little further. */
export function rosettes(centre: readonly [x: number, y: number]): string[] {
  return Array.from({ length: 14 }, (_, ring) => rosette({ centre, radius: 42 + ring * 4.2, depth: 9 + ring * 0.7, lobes: 12, turn: (ring * Math.PI) / 7 }));
}
