//! The words of answers in English and Ukrainian. One function a set of codes, both languages beside
//! each other, so that neither can be forgotten.

pub(crate) mod rules;

use cuibono_model::{InterestKind, PartyClass, Via};
use cuibono_ownership::{Cause, Control, EndClass, Verdict};
use cuibono_query::Lang;

/// Picks by language.
pub(crate) fn pick<'a>(lang: Lang, en: &'a str, uk: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Uk => uk,
    }
}

pub(crate) fn class(lang: Lang, class: PartyClass) -> &'static str {
    let (en, uk) = match class {
        PartyClass::Unknown => ("entity", "особа"),
        PartyClass::Person => ("person", "фізична особа"),
        PartyClass::Protected => ("protected person", "захищена особа"),
        PartyClass::UkCompany => ("UK company", "компанія Великої Британії"),
        PartyClass::OverseasEntity => {
            ("registered overseas entity", "зареєстрована іноземна особа")
        }
        PartyClass::ForeignCompany => ("foreign company", "іноземна компанія"),
        PartyClass::State => ("state body", "державний орган"),
        PartyClass::Listed => ("listed company", "публічна компанія"),
        PartyClass::Trust => ("trust or foundation", "траст або фонд"),
        PartyClass::Unspecified => ("not named", "не названо"),
        PartyClass::Asset => ("asset", "актив"),
        PartyClass::Organization => ("organisation", "організація"),
    };
    pick(lang, en, uk)
}

pub(crate) fn interest(lang: Lang, kind: InterestKind) -> &'static str {
    let (en, uk) = match kind {
        InterestKind::Shareholding => ("shares", "частка"),
        InterestKind::VotingRights => ("votes", "голоси"),
        InterestKind::SurplusAssets => ("surplus assets", "право на залишок майна"),
        InterestKind::AppointmentOfBoard => {
            ("appoints and removes the board", "призначає та звільняє правління")
        }
        InterestKind::Influence => {
            ("significant influence or control", "істотний вплив або контроль")
        }
        InterestKind::LegalTitle => ("registered proprietor", "зареєстрований власник"),
        InterestKind::Nominator => {
            ("land is held for it as nominee", "майно тримають для неї номінально")
        }
        InterestKind::Settlor => ("settlor", "засновник трасту"),
        InterestKind::Trustee => ("trustee", "довірчий власник"),
        InterestKind::Protector => ("protector", "протектор трасту"),
        InterestKind::Beneficiary => ("beneficiary", "бенефіціар"),
        InterestKind::Officer => ("officer", "посадова особа"),
        InterestKind::Other => ("other tie", "інший зв’язок"),
    };
    pick(lang, en, uk)
}

pub(crate) fn via(lang: Lang, via: Via) -> Option<&'static str> {
    let (en, uk) = match via {
        Via::Own => return None,
        Via::AsTrustee => ("as trustee", "як довірчий власник"),
        Via::ControlsTrust => ("by control over a trust", "через контроль над трастом"),
        Via::AsFirmMember => ("as member of a firm", "як учасник товариства"),
        Via::ControlsFirm => ("by control over a firm", "через контроль над товариством"),
    };
    Some(pick(lang, en, uk))
}

pub(crate) fn status(lang: Lang, status: Verdict) -> &'static str {
    let (en, uk) = match status {
        Verdict::Certain => ("certain", "напевно"),
        Verdict::Possible => ("possible", "можливо"),
        Verdict::Excluded => ("excluded", "виключено"),
        #[allow(unreachable_patterns)]
        _ => ("inconsistent", "суперечливо"),
    };
    pick(lang, en, uk)
}

pub(crate) fn control(lang: Lang, control: Control) -> &'static str {
    let (en, uk) = match control {
        Control::Certain => ("certain", "напевно"),
        Control::Possible => ("possible", "можливий"),
        Control::None => ("none", "немає"),
    };
    pick(lang, en, uk)
}

/// Stable code of an end, for JSON.
pub(crate) fn end_code(class: EndClass) -> &'static str {
    match class {
        EndClass::Cut => "cut",
        EndClass::NaturalPerson => "natural_person",
        EndClass::ProtectedPerson => "protected_person",
        EndClass::State => "state",
        EndClass::ListedCompany => "listed_company",
        EndClass::Trust => "trust",
        EndClass::Nominee => "nominee",
        EndClass::UnregisteredOverseasEntity => "unregistered_overseas_entity",
        EndClass::OverseasEntityWithoutOwner => "overseas_entity_without_owner",
        EndClass::OverseasWithoutRegister => "overseas_without_register",
        EndClass::Dissolved => "dissolved",
        EndClass::Exempt => "exempt",
        EndClass::DeclaredNobody => "declared_nobody",
        EndClass::Pending => "pending",
        EndClass::OwnerlessLoop => "ownerless_loop",
        EndClass::UndisclosedRest => "undisclosed_rest",
        EndClass::Unknown => "unknown",
    }
}

/// Why a chain stops there, and what the reader can do next.
pub(crate) fn end(lang: Lang, class: EndClass) -> (&'static str, &'static str) {
    let (en, uk) = match class {
        EndClass::Cut => (
            ("the search stopped here because a limit was met", "ask about this party itself"),
            ("пошук зупинено: досягнуто межі", "запитайте про саму цю особу"),
        ),
        EndClass::NaturalPerson => (
            ("a natural person", "ask what else this person holds with `cuibono holdings`"),
            ("фізична особа", "дізнайтеся, що ще їй належить: `cuibono holdings`"),
        ),
        EndClass::ProtectedPerson => (
            (
                "a person whose details the law protects",
                "the register knows the name and may not show it",
            ),
            ("особа, дані якої захищає закон", "реєстр знає ім’я, але не має права його показати"),
        ),
        EndClass::State => (
            ("a state or public body", "see the accounts of the ministry or fund that holds it"),
            (
                "держава або державний орган",
                "дивіться звітність міністерства чи фонду, що ним володіє",
            ),
        ),
        EndClass::ListedCompany => (
            ("its shares trade on a market", "see its filings with the exchange or regulator"),
            ("її акції торгуються на ринку", "дивіться її звіти біржі або регулятору"),
        ),
        EndClass::Trust => (
            (
                "a trust or foundation; who benefits is not on a public register",
                "trust details of overseas entities can be requested from Companies House",
            ),
            (
                "траст або фонд; хто отримує вигоду, у відкритому реєстрі не вказано",
                "відомості про траст іноземної особи можна запитати в Companies House",
            ),
        ),
        EndClass::Nominee => (
            ("holds as nominee for somebody who is not named", "ask for whom it holds"),
            ("тримає номінально для неназваної особи", "запитайте, для кого"),
        ),
        EndClass::UnregisteredOverseasEntity => (
            (
                "an overseas owner of UK land that is not found on the Register of Overseas Entities",
                "check the register under former names; most overseas owners have had to register since 2023",
            ),
            (
                "іноземний власник землі у Великій Британії, якого не знайдено в Реєстрі іноземних осіб",
                "перевірте реєстр за колишніми назвами; більшість таких власників мала зареєструватися до 2023 року",
            ),
        ),
        EndClass::OverseasEntityWithoutOwner => (
            (
                "a registered overseas entity for which no beneficial owner is on record",
                "see its filings at Companies House for managing officers and trust information",
            ),
            (
                "зареєстрована іноземна особа, для якої бенефіціарного власника не вказано",
                "дивіться її документи в Companies House: керівники та відомості про трасти",
            ),
        ),
        EndClass::OverseasWithoutRegister => (
            (
                "a foreign company; no open register of its owners is in this store",
                "look for a register in its country, or add one with `cuibono build`",
            ),
            (
                "іноземна компанія; відкритого реєстру її власників у цьому сховищі немає",
                "пошукайте реєстр її країни або додайте його командою `cuibono build`",
            ),
        ),
        EndClass::Dissolved => (
            ("dissolved, removed or not on the register of live companies", "see its last filings"),
            (
                "ліквідовано, вилучено або немає в реєстрі чинних компаній",
                "дивіться її останні документи",
            ),
        ),
        EndClass::Exempt => (
            ("exempt from stating its owners", "see the market on which its shares trade"),
            ("звільнено від розкриття власників", "дивіться ринок, де торгуються її акції"),
        ),
        EndClass::DeclaredNobody => (
            (
                "the company declares that nobody is registrable: no single holder above 25%",
                "see its share register in the latest confirmation statement",
            ),
            (
                "компанія заявляє, що реєструвати нікого: жоден власник не має понад 25%",
                "дивіться список акціонерів в останній заяві компанії",
            ),
        ),
        EndClass::Pending => (
            (
                "the register says that somebody is there, or may be, and does not name them",
                "look again in a later edition of the register",
            ),
            (
                "реєстр повідомляє, що хтось є або може бути, але не називає його",
                "перевірте пізніший випуск реєстру",
            ),
        ),
        EndClass::OwnerlessLoop => (
            (
                "companies that own each other entirely; nobody outside receives anything",
                "check the filings of each for a mistake",
            ),
            (
                "компанії, що повністю володіють одна одною; нікому зовні нічого не належить",
                "перевірте документи кожної на помилку",
            ),
        ),
        EndClass::UndisclosedRest => (
            (
                "the part that no record assigns to anybody",
                "see its list of members; a holder of at most 25% is on no register of owners",
            ),
            (
                "частка, яку жоден запис нікому не приписує",
                "дивіться список учасників; власника до 25% реєстри власників не показують",
            ),
        ),
        EndClass::Unknown => (
            ("nobody is known to hold anything in it", "add a register that covers it"),
            ("про її власників нічого не відомо", "додайте реєстр, який її охоплює"),
        ),
    };
    match lang {
        Lang::En => en,
        Lang::Uk => uk,
    }
}

pub(crate) fn cause(lang: Lang, cause: Cause) -> &'static str {
    let (en, uk) = match cause {
        Cause::JointHolders => (
            "joint holders, each credited with the whole",
            "спільні власники, кожному зараховано все",
        ),
        Cause::JointArrangement => {
            ("a joint arrangement, each stating the sum", "спільна угода, кожен указує суму")
        }
        Cause::ThroughListedHolder => (
            "a holder counts what it holds through another listed holder",
            "власник рахує і те, що має через іншого названого власника",
        ),
        Cause::TrusteeAndController => (
            "a trustee and somebody who controls the trust are both listed",
            "названо і довірчого власника, і того, хто контролює траст",
        ),
        Cause::SameHolderTwice => (
            "one holder stated twice with different sizes",
            "одного власника вказано двічі з різними частками",
        ),
        Cause::Rounding => ("rounding", "округлення"),
        Cause::TooLittle => (
            "the holders said to be the whole do not reach it",
            "зазначені власники не складають цілого",
        ),
        Cause::Unexplained => (
            "different share classes, two points in time, or an error",
            "різні класи акцій, різні дати або помилка",
        ),
    };
    pick(lang, en, uk)
}
