/** One published result of a model on one benchmark. */
export interface Benchmark {
  name: string;
  score: number;
  /** What the score counts, for example `percent correct`. */
  metric: string | null;
  /** Which edition of the benchmark, or with which effort it was run. */
  variant: string | null;
  /** The program the model was run in. */
  harness: string | null;
  /** Page the figure was taken from. */
  source: string | null;
  date: string | null;
}

export interface FactLink {
  label: string | null;
  url: string;
}

/** What is known of a model whoever sells it. Source: models.dev `models.json`. */
export interface ModelFacts {
  /** `lab/id`. */
  id: string;
  name: string;
  license: string | null;
  links: FactLink[];
  weights: FactLink[];
  benchmarks: Benchmark[];
}
