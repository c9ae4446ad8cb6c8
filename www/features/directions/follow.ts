// Keeps the directions of attributes in step with the test digits' codes, while somebody looks.

import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';

export function followDirections({ codes, directions }: State, model: Pick<ModelScope, 'follow'>) {
  model.follow({
    inputs: () => (codes.wantedBy.value.has('directions') ? codes.found.value : undefined),
    key: ({ version }) => String(version),
    ask: (it, { latentSize, ...codes }) => it.directions.find(codes, latentSize),
    show(answer) {
      directions.found.value = answer?.value;
    },
    stays: true,
  });
}
