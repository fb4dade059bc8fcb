export const release = {
  link: 'Open data',
  title: (journey: string) => `Open data: ${journey}`,
  lead: 'What people did and said in this journey, as files for anybody to read and count. A release never changes once it is out.',
  none: 'Nothing has been released yet.',
  number: (number: number) => `Release ${number}`,
  released: (day: string) => `Released on ${day}`,
  files: 'Files',
  newest: 'The newest release is always at the same addresses:',
  licence: 'Licence: CC BY 4.0. Name this service as the source.',
  withheld: (threshold: number) =>
    `Numbers from 1 to ${threshold - 1} are left empty, and a number moves from one release to the next only when it moves by at least ${threshold} people. What people wrote in their own words is not among the files, except statements that a person has approved.`,
  publish: {
    title: 'Publish a new release',
    lead: 'The files will hold the same figures as the review page now. They cannot be changed or taken back afterwards.',
    button: 'Publish the open data',
    done: (number: number) => `Release ${number} is out.`,
    stale: 'Somebody else published a release at the same moment. Look at it first.',
  },
}
