using FsCheck;
using FsCheck.Fluent;
using See360.Core.Responses;
using See360.Testing;

namespace See360.Core.Tests.Responses;

public sealed class AnswerMergeTests
{
    private static readonly string[] Questions = ["quality", "nps", "reason", "comment"];

    [Fact]
    public void Same_ChoicesInAnotherOrder_AreTheSameAnswer() =>
        Assert.True(AnswerMerge.Same(new Answer(Choices: ["a", "b"]), new Answer(Choices: ["b", "a"])));

    /// <summary>Two devices, each with its own picture of the sheet, save in any order. What was acknowledged to one
    /// may only vanish by a change of somebody who had seen it.</summary>
    [Fact]
    public void Save_TwoDevicesInAnyOrder_LoseNoAcknowledgedAnswerUnseen()
    {
        var steps = ArbMap.Default.ArbFor<(bool Second, byte Question, byte Value, bool Refresh)[]>();
        Prop.ForAll(steps, script => RunAsync(script).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();
    }

    private static async Task RunAsync((bool Second, byte Question, byte Value, bool Refresh)[] script)
    {
        var scene = await InvitedCustomer.InAsync(new InMemoryRecordStore(), new FakeClock());
        int[] seen = [0, 0];
        var acknowledged = new Dictionary<string, (Answer? Answer, int Revision)>();
        foreach (var (second, question, value, refresh) in script)
        {
            var device = second ? 1 : 0;
            var id = Questions[question % Questions.Length];
            Answer? answer = value % 7 == 0 ? null : id is "reason" or "comment" ? new Answer(Text: $"Text {value}") : new Answer(Score: 1 + (value % 5));

            var outcome = await scene.Save.ExecuteAsync(scene.Token, AnswerInputs.Seen(seen[device], (id, answer)));

            var known = acknowledged.GetValueOrDefault(id);
            if (outcome.Conflicts.Count > 0)
            {
                Assert.True(known.Revision > seen[device], "A conflict without a change in between.");
                seen[device] = refresh ? outcome.Sheet!.Revision : seen[device];
            }
            else
            {
                Assert.True(known.Revision <= seen[device] || AnswerMerge.Same(known.Answer, answer), "An answer was overwritten unseen.");
                if (!AnswerMerge.Same(known.Answer, answer))
                {
                    acknowledged[id] = (answer, outcome.Sheet!.Revision);
                }

                seen[device] = outcome.Sheet!.Revision;
            }

            var stored = (await scene.StoredAsync())?.Answers ?? new Dictionary<string, Answer>();
            Assert.All(acknowledged, pair => Assert.True(AnswerMerge.Same(pair.Value.Answer, stored.GetValueOrDefault(pair.Key))));
        }
    }
}
