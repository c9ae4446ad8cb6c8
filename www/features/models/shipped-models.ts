// The models of the site: listed at once, fetched when they are chosen.

import { batch, computed } from '@preact/signals-core';
import { given } from '../../app/async/given';
import { type Load, loadShipped } from '../../app/model/opening-model';
import type { ModelScope } from '../../app/model/scope';
import { type ShippedModel, UNTRAINED } from '../../app/model/state';
import { modelName } from '../../app/model/words';
import type { Training } from '../../app/run/training';
import { formOf } from '../../app/settings/form';
import type { State } from '../../app/store';
import { Failed } from '../../engine/failure/failure';
import { isListed, readJson } from '../../engine/json';
import { text } from '../../ui/text';

export class ShippedModels {
  constructor(
    private readonly state: State,
    private readonly shown: Pick<ModelScope, 'ship' | 'showShipped'>,
    private readonly training: Pick<Training, 'pause' | 'reset'>,
    private readonly load: Load,
    /** A model is shown on what it was trained on. */
    private readonly useDataOf: (model: ShippedModel) => Promise<void>,
  ) {}

  private readonly listed = computed(() => this.state.model.list.value.length > 0 || undefined);

  async list() {
    const path = 'models/models.json';
    const list = readJson(await this.load(path));
    if (!isList(list)) throw new Failed({ kind: 'notAsExpected', path, what: 'models' });
    this.state.model.list.value = list;
  }

  /** Shows a model in place of the one before. A run that is under way pauses: the explorer has room for one model. */
  async choose(file: string) {
    const { state } = this;
    if (file.startsWith('/') || file === UNTRAINED) return this.comeBack();
    const model = await this.named(file);
    // Whatever is chosen next, a run too, takes its place.
    const arrives = () => state.model.arriving.peek()?.file === file;
    state.model.arriving.value = { file, part: 0 };
    try {
      const weights = await loadShipped(this.load, file, model, (came) => {
        if (arrives()) state.model.arriving.value = { file, part: came / model.bytes };
      });
      if (!arrives()) return;
      await this.useDataOf(model);
      await this.training.pause();
      await this.shown.ship(file, weights);
    } finally {
      if (arrives()) state.model.arriving.value = undefined;
    }
  }

  /** To one that is not listed, which the explorer holds. */
  private async comeBack() {
    await this.training.pause();
    await this.shown.showShipped();
  }

  /** Puts into the form what trains a model like it. What applies at once is none of the run's that goes on: it ends. */
  async setAsTrained(file: string) {
    const { form, proposed } = this.state.settings;
    const model = await this.named(file);
    await this.training.reset();
    const [before, proposedBefore] = [form.peek(), proposed.peek()];
    batch(() => {
      form.value = proposed.value = formOf(model.recipe);
      this.state.undo.offered.value = {
        words: () => text.value.models.setAs(modelName(model), Number(model.recipe.epochs)),
        undo() {
          form.value = before;
          proposed.value = proposedBefore;
        },
        home: '#start',
      };
    });
  }

  private async named(file: string): Promise<ShippedModel> {
    await given(this.listed);
    const { value: list } = this.state.model.list;
    const model = list.find((candidate) => candidate.file === file);
    if (model) return model;
    // No one but an address names what is not listed.
    const [came = '', ...expected] = [file, ...list.map((listed) => listed.file)].map(nameOf);
    throw new Failed({ kind: 'address', misread: [{ name: 'model', came, expected }] });
  }
}

const nameOf = (file: string) => file.replace(/\.safetensors$/, '');

const isList = (it: unknown): it is ShippedModel[] =>
  Array.isArray(it) &&
  it.length > 0 &&
  it.every((model) => isListed(model) && 'file' in model && 'config' in model);
