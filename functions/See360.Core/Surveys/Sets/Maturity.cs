using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Reifegrad*: where the bank's own people see their work with customers' feedback today, and where they
/// want it to be. The seven levels of every question climb in the same steps: by chance – single persons – agreed –
/// usual – measured – improved – model for others. No recommendation question: the bank's own people would blur the
/// customers' figure.</summary>
internal static class Maturity
{
    public static QuestionSet Set { get; } = new(
        "reifegrad",
        Text("Reifegrad", "Maturity"),
        Text(
            "Für Führungskräfte und Berater: Wo stehen wir mit Kundenfeedback und Empfehlungen, wo wollen wir hin?",
            "For managers and advisors: where are we with customer feedback and referrals, and where do we want to be?"),
        Scores.OneToFive,
        Text(
            "Bitte wählen Sie zu jedem Thema zwei Stufen: wo wir heute stehen und wo wir in zwei Jahren stehen sollten. Das dauert etwa fünf Minuten. Die Teilnahme ist freiwillig.",
            "For each topic, please choose two levels: where we are today and where we should be in two years. It takes about five minutes. Taking part is voluntary."),
        Text(
            "Vielen Dank. Aus allen Antworten ergibt sich, wo Ist und Soll am weitesten auseinanderliegen.",
            "Thank you. All answers together show where the present and the desired level are furthest apart."),
        [
            Level("maturity-asking", "Wie holen wir die Meinung unserer Kunden ein?", "How do we ask our customers for their opinion?",
                Text("Wir fragen nicht.", "We do not ask."),
                Text("Einzelne fragen gelegentlich nach.", "Some of us ask now and then."),
                Text("Es gibt eine gemeinsame Vorgehensweise.", "There is a common approach."),
                Text("Wir fragen regelmäßig in allen Bereichen.", "We ask regularly in all areas."),
                Text("Wir messen Rücklauf und Aussagekraft.", "We measure response rates and reliability."),
                Text("Wir verbessern Fragen und Zeitpunkte anhand der Ergebnisse.", "We improve questions and timing on the basis of results."),
                Text("Andere Häuser lernen von unserem Vorgehen.", "Other banks learn from how we do it.")),
            Level("maturity-praise", "Wie gehen wir mit Lob um?", "How do we deal with praise?",
                Text("Lob bleibt unbemerkt.", "Praise goes unnoticed."),
                Text("Lob erreicht einzelne Berater zufällig.", "Praise reaches some advisors by chance."),
                Text("Es ist vereinbart, Lob weiterzugeben.", "It is agreed that praise is passed on."),
                Text("Alle Berater sehen ihr Lob zeitnah.", "All advisors see their praise promptly."),
                Text("Wir wissen, wofür wir gelobt werden.", "We know what we are praised for."),
                Text("Wir bauen gezielt aus, was Kunden schätzen.", "We build on what customers value."),
                Text("Lob prägt, wie wir arbeiten und führen.", "Praise shapes how we work and lead.")),
            Level("maturity-complaints", "Wie gehen wir mit Kritik um?", "How do we deal with criticism?",
                Text("Kritik bleibt ohne Antwort.", "Criticism goes unanswered."),
                Text("Einzelne kümmern sich, wenn Zeit ist.", "Some of us take care of it when there is time."),
                Text("Zuständigkeit und Frist sind vereinbart.", "Responsibilities and deadlines are agreed."),
                Text("Kunden erhalten in der Regel rechtzeitig eine Antwort.", "Customers usually get an answer in time."),
                Text("Wir messen Fristen und Zufriedenheit mit der Lösung.", "We measure deadlines and satisfaction with the solution."),
                Text("Wir beseitigen Ursachen dauerhaft.", "We remove causes for good."),
                Text("Wir erkennen Unzufriedenheit, bevor Kritik entsteht.", "We notice dissatisfaction before criticism arises.")),
            Level("maturity-referrals", "Wie arbeiten wir mit Empfehlungen?", "How do we work with referrals?",
                Text("Empfehlungen ergeben sich zufällig.", "Referrals happen by chance."),
                Text("Einzelne bitten ihre Kunden um Empfehlungen.", "Some of us ask their customers for referrals."),
                Text("Es ist vereinbart, zufriedene Kunden anzusprechen.", "It is agreed that satisfied customers are approached."),
                Text("Wir sprechen zufriedene Kunden regelmäßig an.", "We approach satisfied customers regularly."),
                Text("Wir messen Empfehlungen und ihren Ertrag.", "We measure referrals and what they bring."),
                Text("Wir verbessern die Ansprache anhand der Ergebnisse.", "We improve our approach on the basis of results."),
                Text("Empfehlungen sind unser wichtigster Weg zu neuen Kunden.", "Referrals are our main way to new customers.")),
            Level("maturity-preparation", "Wie bereiten wir Kundengespräche vor?", "How do we prepare conversations with customers?",
                Text("Gespräche beginnen ohne Vorbereitung.", "Conversations start without preparation."),
                Text("Einzelne bereiten sich auf ihre Weise vor.", "Some of us prepare in their own way."),
                Text("Es gibt einen gemeinsamen Leitfaden.", "There is a common guideline."),
                Text("Wir nutzen den Leitfaden in fast allen Gesprächen.", "We use the guideline in almost all conversations."),
                Text("Wir prüfen, ob Vorbereitung und Ergebnis zusammenhängen.", "We check how preparation and outcome are related."),
                Text("Wir passen die Vorbereitung an das Feedback der Kunden an.", "We adapt preparation to customers' feedback."),
                Text("Kunden spüren die Vorbereitung und loben sie.", "Customers notice the preparation and praise it.")),
            Level("maturity-teamwork", "Wie arbeiten Betreuer und Spezialisten zusammen?", "How do relationship managers and specialists work together?",
                Text("Jeder arbeitet für sich.", "Everyone works alone."),
                Text("Einzelne ziehen Spezialisten hinzu.", "Some of us involve specialists."),
                Text("Übergaben sind vereinbart.", "Handovers are agreed."),
                Text("Übergaben klappen in der Regel ohne Nachfragen des Kunden.", "Handovers usually work without the customer having to ask."),
                Text("Wir messen, wie Kunden Übergaben erleben.", "We measure how customers experience handovers."),
                Text("Wir verbessern Übergaben gemeinsam.", "We improve handovers together."),
                Text("Kunden erleben uns als ein Team.", "Customers see us as one team.")),
            Level("maturity-leadership", "Wie nutzen Führungskräfte das Feedback der Kunden?", "How do managers use customers' feedback?",
                Text("Feedback spielt in der Führung keine Rolle.", "Feedback plays no part in how we lead."),
                Text("Einzelne Führungskräfte sprechen Feedback an.", "Some managers bring feedback up."),
                Text("Gespräche über Feedback sind vereinbart.", "It is agreed that feedback is discussed."),
                Text("Feedback ist fester Teil der Mitarbeitergespräche.", "Feedback is a fixed part of staff reviews."),
                Text("Wir verfolgen, was aus vereinbarten Schritten wird.", "We track what becomes of agreed steps."),
                Text("Führungskräfte unterstützen gezielt dort, wo Kunden es merken.", "Managers give support where customers notice it."),
                Text("Teams werten ihr Feedback selbst aus und lernen daraus.", "Teams evaluate their feedback themselves and learn from it.")),
            FreeText("maturity-next", "Welcher Schritt würde uns am meisten voranbringen?", "Which step would help us most?"),
        ]);
}
