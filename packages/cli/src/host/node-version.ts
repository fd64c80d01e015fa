/** The oldest Node that runs this command, as `engines` of its package says. */
const oldest = 22;

/** What is wrong with a version of Node, in words; nothing where it will do. */
export function nodeProblem(version: string): string | undefined {
  const major = Number(version.split('.')[0]);
  return major >= oldest
    ? undefined
    : `proviso needs Node ${oldest} or later; this is Node ${version}. Install a newer one from nodejs.org or your system's packages.`;
}
