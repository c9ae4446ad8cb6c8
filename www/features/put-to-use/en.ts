export const en = {
  title: 'What it is good for',
  lead: 'Put the model to use on the picture that is drawn or chosen above. Each use stands beside plain methods, and its panel says where they do better.',
  rest: 'A run that trains comes first: meanwhile each use is made anew every few seconds, and shows the run’s model as it was then.',
  lower:
    'This model has a second layer of latents: its uses go by what z alone says of a picture, decoded from the mean of p(h | z), regret and bits too. −ELBO and −log p are those of both layers.',
  few: 'The model that is shown has few dimensions, and keeps little of a picture: more of them do better at most uses.',
  use: (name: string) => `Use ${name}`,
};

declare module '../../ui/text' {
  interface Text {
    putToUse: typeof en;
  }
}
