/** What pairing may ask of a mentor besides consent: clearances in force, the legal basis of the work, training. */
export const demands = ['clearance', 'basis', 'training'] as const;
export type Demand = (typeof demands)[number];

/** off: nobody asks · warn: the pair is formed, with a word · block: no pair. */
export const demandModes = ['off', 'warn', 'block'] as const;
export type DemandMode = (typeof demandModes)[number];

export type Demands = Readonly<Record<Demand, DemandMode>>;

/** Until a college chooses otherwise. */
export const usualDemands: Demands = { clearance: 'warn', basis: 'warn', training: 'off' };

/** What a mentor lacks for a form on a day, whatever the college makes of it. */
export type Lacks = Readonly<Record<Demand, boolean>>;

/** Demands of one mode that a mentor does not meet. */
export const unmet = (lacks: Lacks, chosen: Demands, mode: DemandMode): Demand[] =>
  demands.filter((demand) => lacks[demand] && chosen[demand] === mode);
