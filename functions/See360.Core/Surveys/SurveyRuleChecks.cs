using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>The bounds of <see cref="SurveyRules"/>.</summary>
public static class SurveyRuleChecks
{
    /// <exception cref="BadInput">The first rule that is out of bounds.</exception>
    public static void Demand(SurveyKind kind, SurveyRules rules)
    {
        Within("reminders", rules.Reminders, 0, 3, "die Zahl der Erinnerungen", "the number of reminders");
        Within("reminderGapDays", rules.ReminderGapDays, 1, 28, "den Abstand der Erinnerungen in Tagen", "the days between reminders");
        Within("tokenLifeDays", rules.TokenLifeDays, 7, 90, "die Gültigkeit des Links in Tagen", "the days that a link is valid");
        Within("quarantineDays", rules.QuarantineDays, 0, 730, "die Quarantäne in Tagen", "the quarantine in days");
        Within("eventMaxAgeDays", rules.EventMaxAgeDays, 1, 365, "das höchste Alter des Gesprächs in Tagen", "the highest age of a conversation in days");
        if (rules.Reminders * rules.ReminderGapDays >= rules.TokenLifeDays)
        {
            throw new BadInput("tokenLifeDays", "reminder-after-expiry", new LocalizedText(
                "Die letzte Erinnerung käme erst, wenn der Link abgelaufen ist. Verlängern Sie die Gültigkeit oder verkürzen Sie den Abstand.",
                "The last reminder would come after the link has expired. Extend the validity or shorten the gap."));
        }

        if (kind == SurveyKind.Strategic)
        {
            Within("weeklyDose", rules.WeeklyDose ?? 0, 1, 10_000, "die Zahl der Kunden je Woche", "the number of customers a week");
        }
        else if (rules.WeeklyDose is not null)
        {
            throw new BadInput("weeklyDose", "dose-without-stock", new LocalizedText(
                "Eine Wochenmenge gibt es nur in strategischen Umfragen. Lassen Sie das Feld leer.",
                "Only strategic surveys have a weekly number of customers. Leave the field empty."));
        }
    }

    private static void Within(string field, int value, int min, int max, string de, string en)
    {
        if (value < min || value > max)
        {
            throw new BadInput(field, "out-of-bounds", new LocalizedText(
                $"Bitte geben Sie für {de} einen Wert von {min} bis {max} an.",
                $"Please give a value from {min} to {max} for {en}."));
        }
    }
}
