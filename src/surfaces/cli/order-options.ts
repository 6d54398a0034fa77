/** The flags that choose rows rather than looks. */
interface OrderFlags {
  sort?: string;
  desc?: boolean;
  limit?: number;
}

/** The same as fields of a question. */
export function readOrder<Sort extends string>(
  options: Record<string, unknown>,
): { sort?: Sort; descending?: boolean; limit?: number } {
  const { sort, desc, limit } = options as OrderFlags;
  return {
    ...(sort === undefined ? {} : { sort: sort as Sort }),
    ...(desc === true ? { descending: true } : {}),
    ...(limit === undefined ? {} : { limit }),
  };
}
