/** What people plan to do, and which goals of the pack answer for it. */

/** Something that a campaign may plan. */
export interface Activity {
  readonly name: string;
  readonly title: string;
  readonly hint?: string;
  readonly goals: readonly string[];
}

/** In the order in which a campaign comes to them. */
export const activities: readonly Activity[] = [
  {
    name: 'collect',
    title: 'Collect people’s details',
    hint: 'For example with a petition, a survey or a form',
    goals: ['informPeople', 'purposes'],
  },
  { name: 'basis', title: 'Decide on which lawful basis to use data', goals: ['lawfulBasis'] },
  { name: 'consent', title: 'Rely on consent', goals: ['consent'] },
  { name: 'register', title: 'Use the electoral register', goals: ['registerUse'] },
  {
    name: 'buy',
    title: 'Buy a list, or use data that is public',
    goals: ['useBoughtData'],
  },
  {
    name: 'reuse',
    title: 'Use data for campaigning that was obtained for something else',
    hint: 'For example from casework, another campaign or a petition',
    goals: ['reuseForCampaigning'],
  },
  {
    name: 'special',
    title: 'Use data about political opinions, religion, health or the like',
    goals: ['specialCategory'],
  },
  {
    name: 'profile',
    title: 'Profile people',
    hint: 'For example score who may support you',
    goals: ['profilingAndDecisions', 'personalData'],
  },
  { name: 'electronic', title: 'Send e-mails, texts or direct messages', goals: ['electronicMailAllowed'] },
  { name: 'call', title: 'Call people', goals: ['callAllowed'] },
  { name: 'post', title: 'Send post', goals: ['postAllowed'] },
  { name: 'canvass', title: 'Canvass from door to door, or answer people who object', goals: ['contact'] },
  { name: 'fax', title: 'Send faxes', goals: ['faxAllowed'] },
  { name: 'online', title: 'Advertise online or on social media', goals: ['onlineTargeting'] },
  { name: 'devices', title: 'Use cookies or similar on a website or in an app', goals: ['deviceAccess'] },
  {
    name: 'together',
    title: 'Work with others on the same data',
    hint: 'For example candidate and party, a contractor or a platform',
    goals: ['roles'],
  },
  {
    name: 'risk',
    title: 'Start something that may be risky for people',
    hint: 'Whether an impact assessment is needed',
    goals: ['impactAssessment'],
  },
  {
    name: 'organise',
    title: 'Organise data protection',
    hint: 'Who is responsible, what is written down, the fee',
    goals: ['accountability', 'fee'],
  },
  { name: 'keep', title: 'Decide how much data to keep, and for how long', goals: ['howMuchAndHowLong'] },
  { name: 'windUp', title: 'Wind up a campaign', goals: ['afterTheCampaign'] },
];

/** The goals of some activities, each once. */
export function goalsOf(names: readonly string[]): readonly string[] {
  return [...new Set(activities.filter(({ name }) => names.includes(name)).flatMap(({ goals }) => goals))];
}
