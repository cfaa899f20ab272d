import type { ComponentChildren } from 'preact';
import { useWords } from '../frame/context';
import type { Rule } from './passwordRules';

interface PasswordRuleListProps {
  rules: Record<Rule, boolean>;
  minimumLength: number;
  children?: ComponentChildren;
}

/** What makes a good password, ticked off while it is typed. */
export function PasswordRuleList({ rules, minimumLength, children }: PasswordRuleListProps) {
  const { t } = useWords();
  return (
    <div>
      <p class="label" id="rules">
        {t.activation.rules}
      </p>
      <ul class="rules" aria-labelledby="rules">
        <RuleLine fulfilled={rules.length} text={t.activation.ruleLength(minimumLength)} rule="length" />
        <RuleLine fulfilled={rules.noName} text={t.activation.ruleNoName} rule="noName" />
        <RuleLine fulfilled={rules.same} text={t.activation.ruleSame} rule="same" />
        {children}
      </ul>
    </div>
  );
}

function RuleLine({ fulfilled, text, rule }: { fulfilled: boolean; text: string; rule: Rule }) {
  const { t } = useWords();
  return (
    <li data-rule={rule} class={fulfilled ? 'rule-done' : undefined}>
      <span aria-hidden="true">{fulfilled ? '✓' : '○'}</span> {text}
      <span class="visually-hidden"> ({fulfilled ? t.activation.fulfilled : t.activation.open})</span>
    </li>
  );
}
