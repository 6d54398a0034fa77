/** Thrown where the short way cannot tell, or may not do, what the whole command would: that runs the same line then. */
class GivenUp extends Error {}

export function giveUp(): never {
  throw new GivenUp("the whole command answers this");
}
