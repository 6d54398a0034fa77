/** A name as it stands in a sentence: one of which nothing is to be seen would leave a gap there. */
export function said(name: string): string {
  return name.trim() === "" ? JSON.stringify(name) : name;
}
