"""Population groups: whom the work is for, whom a partner serves and who has a voice.

They join the lists in the guide (4.2 and its worksheet), the toolkit and the brief. A racial or
ethnic group is written `racial-or-ethnic-group:` and its slug; a group of the plan's own stands in
the plan's vocabulary, or is written `other:` and its slug.
"""

from coalitionkit.model.vocabulary.words import Vocabulary, Word

POPULATIONS = Vocabulary(
    name="populations",
    title="Population groups",
    noun="population group",
    families=("racial-or-ethnic-group", "other"),
    extended_by="populations",
    words=(
        Word(
            "people-of-color",
            "People of color",
            "Everyone who is not white, taken together; name one group as "
            "racial-or-ethnic-group:its-name when the data do.",
            ("communities of color", "residents of color", "BIPOC"),
        ),
        Word(
            "people-with-disabilities",
            "People with disabilities",
            "Children and adults whose physical, mental or sensory disability limits what is open to them.",
            ("disabled people", "people with a disability", "residents with disabilities"),
        ),
        Word(
            "english-language-learners",
            "English-language learners",
            "Children and adults who are still learning English and may need materials in another language.",
            (
                "English learners",
                "ELL",
                "ELLs",
                "people with limited English proficiency",
                "limited English speakers",
            ),
        ),
        Word(
            "workers-making-low-wages",
            "Workers making low wages",
            "People who have a job whose pay does not cover the cost of living.",
            (
                "workers with low wages",
                "low-wage workers",
                "workers earning low wages",
                "people making low wages",
            ),
        ),
        Word(
            "people-experiencing-housing-instability",
            "People experiencing housing instability",
            "People who have no home, move often or may lose the home they have.",
            (
                "people experiencing homelessness or housing instability",
                "people facing housing instability",
                "residents experiencing housing instability",
                "people with unstable housing",
            ),
        ),
        Word(
            "disengaged-youth",
            "Disengaged youth",
            "Teenagers and young adults who are neither in school nor at work.",
            ("opportunity youth", "disconnected youth", "youth disengaged from school and work"),
        ),
        Word(
            "young-people",
            "Young people",
            "Teenagers and young adults in general; choose disengaged youth for those out of "
            "school and work.",
            ("youth", "young adults", "young residents"),
        ),
        Word(
            "people-involved-with-the-justice-system",
            "People involved with the justice system",
            "People who have been arrested, sentenced or imprisoned, or are under supervision, "
            "now or in the past.",
            (
                "justice-involved people",
                "people with justice involvement",
                "people involved in the justice system",
            ),
        ),
        Word(
            "lgbtq-people",
            "LGBTQ+ people",
            "Lesbian, gay, bisexual, transgender and queer people, and others who share this banner.",
            ("LGBTQ", "LGBTQ+", "LGBTQIA+ people", "LGBTQ+ residents", "LGBTQ+ community"),
        ),
        Word(
            "people-65-and-older",
            "People 65 and older",
            "Residents who have reached the usual age of retirement.",
            (
                "older adults",
                "seniors",
                "people aged 65 and older",
                "people ages 65 and older",
                "people 65+",
                "elders",
            ),
        ),
        Word(
            "residents-with-low-incomes",
            "Residents with low incomes",
            "People whose household income is low for the place, whether or not they have a job.",
            (
                "low-income residents",
                "people with low incomes",
                "families with low incomes",
                "low-income households",
                "low-income people",
            ),
        ),
        Word(
            "middle-class-residents",
            "Middle-class residents",
            "People with middle incomes who are being priced out or may fall behind.",
            ("middle class", "residents with middle incomes", "middle-income residents"),
        ),
        Word(
            "immigrants",
            "Immigrants",
            "People born in another country, whatever papers they hold; never record a named "
            "person's status.",
            ("immigrant residents", "immigrant communities", "immigrants and refugees"),
        ),
        Word(
            "single-parents",
            "Single parents",
            "Parents who raise children without a partner in the household.",
            ("single-parent families", "single-parent households", "single mothers and fathers"),
        ),
        Word(
            "renters-with-low-incomes",
            "Renters with low incomes",
            "People with low incomes who rent their home and feel every rise of the rent.",
            ("low-income renters", "low-income tenants", "tenants with low incomes"),
        ),
        Word(
            "mobile-home-park-residents",
            "Mobile home park residents",
            "People who live in a mobile or manufactured home, often on land that they do not own.",
            (
                "residents of mobile home parks",
                "manufactured home residents",
                "mobile home residents",
            ),
        ),
        Word(
            "food-service-and-hospitality-workers",
            "Food service and hospitality workers",
            "People who work in kitchens, restaurants, hotels and similar places.",
            (
                "food and hospitality workers",
                "hospitality and food service workers",
                "restaurant and hotel workers",
            ),
        ),
        Word(
            "farm-workers",
            "Farm workers",
            "People who plant, tend, pick or pack crops or care for animals, including those who "
            "move with the season.",
            ("farmworkers", "agricultural workers"),
        ),
        Word(
            "people-with-lived-experience-of-poverty",
            "People with lived experience of poverty",
            "People who know poverty from their own life and bring that knowledge to the table.",
            ("people with lived experience", "people who have experienced poverty"),
        ),
    ),
)
