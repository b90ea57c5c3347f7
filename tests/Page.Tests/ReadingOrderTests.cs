using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>In what order and under which names an evaluation is read.</summary>
public sealed class ReadingOrderTests(Site site)
{
    /// <summary>The addresses of the sections, which links from elsewhere name, and the questions that they answer.</summary>
    public static TheoryData<string, string> Questions => new()
    {
        { "", "In brief" },
        { "/terms", "What does the deal say?" },
        { "/impacts", "Who gains?" },
        { "/acceptance", "Would they sign?" },
        { "/contributions", "Why do they gain?" },
        { "/effects", "What follows?" },
        { "/durability", "Would it hold?" },
        { "/measures", "Whose deal, and lawful?" },
        { "/stability", "Would they keep to it?" },
        { "/bargaining", "Where would talks end?" },
        { "/drivers", "What does it hang on?" },
        { "/counter-offers", "What would make them sign?" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public Task A_tab_is_named_by_the_question_it_answers_and_a_link_to_its_address_opens_it(string address, string question) => site.VisitAsync(
        $"#/scenarios/{site.Everything}{address}",
        async page =>
        {
            await Assertions.Expect(page.Locator("nav.sections [aria-current]")).ToHaveTextAsync(question);
            await Assertions.Expect(page.Locator(".section-lead")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^[A-Z].{30,}\.$"));
            Assert.Equal(Questions.Select(each => each.Data.Item2), await page.Locator("nav.sections a").AllInnerTextsAsync());
            await page.AssertFitsAsync();
        });

    [Fact]
    public Task Who_must_sign_is_said_in_plain_words_and_the_word_of_the_trade_on_demand() => site.VisitAsync($"#/scenarios/{site.Everything}/acceptance", async page =>
    {
        Assert.DoesNotContain("veto player", await page.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await page.Locator("#jointly + p").GetByRole(AriaRole.Button, new() { Name = "must sign" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".term-text:popover-open")).ToContainTextAsync("A veto player");
    });

    [Theory]
    [InlineData("", 1600)]
    [InlineData("/impacts", 1600)]
    [InlineData("/effects", 1600)]
    public Task Sentences_stand_in_one_column_of_a_readable_width_under_headings(string section, int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}{section}",
        async page =>
        {
            await page.UnfoldAsync();
            var lists = await page.Locator(".sentences").EvaluateAllAsync<double[][]>("lists => lists.map(list => [new Set([...list.children].map(each => each.getBoundingClientRect().left)).size, Math.max(...[...list.children].map(each => each.getBoundingClientRect().width))])");
            Assert.NotEmpty(lists);
            Assert.All(lists, list => Assert.Equal(1, list[0]));
            // About 90 characters.
            Assert.All(lists, list => Assert.InRange(list[1], 200, 680));
            Assert.All(
                await page.Locator(".sentences").EvaluateAllAsync<bool[]>("lists => lists.map(list => !!list.closest('section').querySelector('h2, h3'))"),
                Assert.True);
        },
        width);

    [Fact]
    public Task More_than_a_few_sentences_above_the_figures_are_folded_and_counted() => site.VisitAsync($"#/scenarios/{site.Everything}/effects", async page =>
    {
        var verdicts = (await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/narration"))["verdicts"]!["effects"].Items().Select(each => $"{each["text"]}".Spaced()).ToList();
        Assert.True(verdicts.Count > 4);
        var words = page.Locator(".in-words");
        await Assertions.Expect(words.Locator("summary").Filter(new() { HasText = "more" })).ToHaveTextAsync($"{verdicts.Count - 3} more sentences");
        Assert.Equal(verdicts, (await words.Locator(".sentences .told").AllTextContentsAsync()).Select(each => each.Spaced()));
    });

    [Theory]
    [InlineData(360, true)]
    [InlineData(400, true)]
    [InlineData(1280, false)]
    public Task On_a_phone_the_result_comes_before_the_buttons_for_the_eye_and_for_the_keyboard(int width, bool isAfter) => site.VisitAsync(
        $"#/scenarios/{site.Proposal}",
        async page =>
        {
            Assert.Equal(isAfter, await page.EvaluateAsync<bool>("() => document.querySelector('.answers').getBoundingClientRect().top < document.querySelector('.actions').getBoundingClientRect().top"));
            await page.Locator(".sections a").First.FocusAsync();
            await page.Keyboard.PressAsync("Shift+Tab");
            Assert.Equal(!isAfter, await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('.actions')"));
        },
        width);

    [Fact]
    public Task A_dialog_stays_open_when_a_phone_is_turned() => site.VisitAsync(
        $"#/scenarios/{site.Proposal}",
        async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete …" }).ClickAsync();
            foreach (var (width, height) in new[] { (900, 400), (400, 900) })
            {
                await page.SetViewportSizeAsync(width, height);
                // Two frames later whatever hangs on the width has changed.
                await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                Assert.True(await page.EvaluateAsync<bool>("() => !!document.querySelector('dialog:modal')"));
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        },
        width: 400);

    [Fact]
    public Task On_paper_the_web_is_the_one_that_was_on_the_screen() => site.VisitAsync($"#/scenarios/{site.Everything}/effects", async page =>
    {
        var links = await page.Locator(".web-link").CountAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        // A4 at 96 pixels an inch, without its margins.
        await page.SetViewportSizeAsync(718, 1_000);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.Equal(links, await page.Locator(".web-link").CountAsync());
    });

    [Theory]
    [InlineData(360, "")]
    [InlineData(400, "")]
    [InlineData(360, "?effect=european-security")]
    [InlineData(360, "?effect=recurrence-risk")]
    public Task On_a_phone_the_web_shows_the_main_paths_within_the_screen_and_says_where_it_is_wider(int width, string query) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/effects{query}",
        async page =>
        {
            var effects = await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/effects");
            var chosen = await page.GetByLabel("What leads to", new() { Exact = true }).InputValueAsync();
            if (query.Length == 0)
                Assert.Equal(effects.Members().Where(each => each.Value["paths"]!.AsArray().Count > 0).MaxBy(each => Math.Abs(each.Value["againstNoDeal"].Value())).Key, chosen);

            var frame = page.Locator("[aria-label='Drawing of the web']");
            var links = effects[chosen]!["paths"].Items().SelectMany(path => path["links"].Items()).Select(link => $"{link}").Distinct().Order();
            Assert.Equal(links, (await frame.Locator(".web-link").EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.link)")).Order());
            Assert.Equal(0, await frame.EvaluateAsync<int>("frame => Math.max(0, frame.scrollWidth - frame.clientWidth)"));
            await Assertions.Expect(page.GetByText("wider than the screen")).ToHaveCountAsync(0);

            await page.GetByLabel("the whole web", new() { Exact = true }).CheckAsync();
            await Assertions.Expect(page.GetByText("wider than the screen")).ToBeVisibleAsync();
            Assert.Contains("show=all", page.Url, StringComparison.Ordinal);
            await page.AssertFitsAsync();
        },
        width);
}
