// The settings of the next run, as the crate's schema describes them.

import type { Signal } from '@preact/signals-core';
import type { PanelContext } from '../../app/feature';
import { DEFAULT_CHECK, KINDS, optionsOf, SETTINGS } from '../../app/settings/schema';
import type { BackendChoice, SettingSchema } from '../../engine/protocol';
import { deviceWords } from '../../ui/starting-words';
import { text } from '../../ui/text';

interface Given extends Pick<PanelContext, 'state' | 'send'> {
  /** Whether the advanced settings are unfolded. */
  unfolded: Signal<boolean>;
}

const MIXED = 'mixed';

/** Letters of an option that half a row has room for. */
const ROOM = 14;

export function SettingsForm(given: Given) {
  const fieldsOf = (group: SettingSchema['group']) =>
    SETTINGS.filter((setting) => setting.group === group).map((setting) => (
      <Field key={setting.name} setting={setting} {...given} />
    ));
  return (
    <>
      <Kind {...given} />
      {fieldsOf('main')}
      <details
        class="advanced"
        id="advanced"
        open={given.unfolded.value}
        onToggle={({ currentTarget }) => {
          given.unfolded.value = currentTarget.open;
        }}
      >
        <summary>{text.value.settings.advanced}</summary>
        <div class="fields">{fieldsOf('advanced')}</div>
      </details>
      <Backend {...given} />
      <Waiting {...given} />
    </>
  );
}

/** The kind sets some fields together, and follows them when they are set apart. */
function Kind({ state, send }: Given) {
  const words = text.value.settings;
  const { check } = state.settings;
  return (
    <div class="field wide">
      <label for="kind">{words.kind}</label>
      <select
        id="kind"
        value={(check.value ?? DEFAULT_CHECK).kind}
        onChange={({ currentTarget }) => send({ do: 'choose kind', kind: currentTarget.value })}
      >
        {[...KINDS.map(({ name }) => name), MIXED].map((kind) => (
          // A mixture is nothing to choose, but what a form may have become.
          <option key={kind} value={kind} disabled={kind === MIXED}>
            {words.kinds[kind] ?? kind}
          </option>
        ))}
      </select>
    </div>
  );
}

function Field({ setting, state, send }: Given & { setting: SettingSchema }) {
  const { name, live, typed } = setting;
  const words = text.value.settings;
  const label = words.labels[name] ?? name;
  const { hidden, idle, errors, advice } = state.settings.check.value ?? DEFAULT_CHECK;
  const error = errors.find(({ field }) => field === name);
  const advised = advice.find(({ field }) => field === name)?.advised;
  const reason = idle[name];
  const id = `setting-${name}`;
  const input = {
    id,
    value: state.settings.form.value[name] ?? '',
    disabled: reason !== undefined,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-error ${id}-advice ${id}-reason`,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLSelectElement }) =>
      send({ do: 'set', field: name, text: currentTarget.value }),
  };
  const named = optionsOf(setting)?.map((value) => ({ value, words: words.options[name]?.[value] ?? value }));
  const isWide = typed.kind === 'wholes' || named?.some((option) => widthOf(option.words) > ROOM);
  return (
    <div class={isWide ? 'field wide' : 'field'} hidden={hidden.includes(name)}>
      <label for={id}>
        {label}
        {live && ' '}
        {live && <span class="at-once">{words.atOnce}</span>}
      </label>
      {named ? (
        <select {...input}>
          {named.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <input {...input} autocomplete="off" inputMode={keyboardOf(setting)} />
      )}
      <p class="error" id={`${id}-error`} hidden={!error}>
        {error && words.refused(label, error.expected, error.came)}
      </p>
      <p class="advice" id={`${id}-advice`} hidden={!advised}>
        {advised && words.advised(advised)}
      </p>
      <p class="reason" id={`${id}-reason`} hidden={!reason}>
        {reason && words.idle[reason]}
      </p>
    </div>
  );
}

/** As wide as so many letters; a Chinese sign is as two. */
const widthOf = (words: string) =>
  Array.from(words, (sign) => (sign > '\u2e80' ? 2 : 1)).reduce<number>((sum, width) => sum + width, 0);

/** The keyboard of a phone. */
function keyboardOf({ typed }: SettingSchema) {
  if (typed.kind === 'whole') return 'numeric';
  return typed.kind === 'number' || typed.kind === 'positive' ? 'decimal' : 'text';
}

function Backend({ state, send }: Given) {
  const words = text.value.settings;
  const device = state.run.device.value;
  return (
    <>
      <div class="field">
        <label for="choice">{words.choice}</label>
        <select
          id="choice"
          value={state.settings.choice.value}
          onChange={({ currentTarget }) =>
            send({ do: 'choose backend', choice: currentTarget.value as BackendChoice })
          }
        >
          <option value="automatic">{words.automatic}</option>
          <option value="webgpu">{words.webgpu}</option>
          <option value="cpu">{words.cpu}</option>
        </select>
      </div>
      <fieldset class="backend" aria-label={words.backend}>
        <span class="label">{words.backend}</span>{' '}
        <span id="backend-words">{device ? deviceWords(device) : plannedBackend(state)}</span>
      </fieldset>
    </>
  );
}

function plannedBackend({ settings: { gpuTrains, choice } }: Given['state']) {
  const { planned, plannedCpu, notOnWebGpu } = text.value.starting;
  return gpuTrains.value || choice.value === 'cpu' ? planned : plannedCpu(notOnWebGpu);
}

function Waiting({ state }: Given) {
  const { choice, labels, waiting: wait, waitingRule } = text.value.settings;
  const names = state.settings.waiting.value.map((field) =>
    field === 'backend choice' ? choice : (labels[field] ?? field),
  );
  const rule = state.run.config.value ? waitingRule : '';
  return (
    <p class={names.length > 0 ? 'note pending' : 'note'} id="waiting">
      {names.length > 0 ? wait(names) : rule}
    </p>
  );
}
