//! Words for rule books, explanations and timelines.

use cuibono_ownership::Ground;
use cuibono_ownership::regime::beneficial::FatfStep;
use cuibono_ownership::regime::{Answer, Basis, Limb, Propagation, Regime};
use cuibono_query::{AdjustmentView, Asked, Lang, RegimeNote};

use super::pick;

/// Stable code of an answer, for JSON and CSV.
pub(crate) fn answer_code(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::Undetermined => "undetermined",
        Answer::No => "no",
    }
}

pub(crate) fn answer(lang: Lang, answer: Answer) -> &'static str {
    let (en, uk) = match answer {
        Answer::Yes => ("yes", "так"),
        Answer::Undetermined => ("undetermined", "не визначено"),
        Answer::No => ("no", "ні"),
    };
    pick(lang, en, uk)
}

/// Stable code of a limb, for JSON and CSV.
pub(crate) fn limb_code(limb: Limb) -> &'static str {
    match limb {
        Limb::Shares => "shares",
        Limb::Votes => "votes",
        Limb::Appointment => "appointment",
        Limb::AssertedInfluence => "asserted_influence",
        Limb::Interest => "interest",
        Limb::Control => "control",
        Limb::ControlOfHolder => "control_of_holder",
        Limb::InterestInController => "interest_in_controller",
        Limb::SeniorManager => "senior_manager",
    }
}

pub(crate) fn limb(lang: Lang, limb: Limb) -> &'static str {
    let (en, uk) = match limb {
        Limb::Shares => ("shares", "частки"),
        Limb::Votes => ("votes", "голоси"),
        Limb::Appointment => (
            "right to appoint or remove a majority of the board",
            "право призначати або звільняти більшість правління",
        ),
        Limb::AssertedInfluence => (
            "significant influence or control, as the register asserts it",
            "істотний вплив або контроль, за твердженням реєстру",
        ),
        Limb::Interest => {
            ("part of the money, by the product of shares", "частина грошей, за добутком часток")
        }
        Limb::Control => ("control", "контроль"),
        Limb::ControlOfHolder => (
            "control of entities that hold enough directly",
            "контроль над особами, які прямо мають достатню частку",
        ),
        Limb::InterestInController => (
            "enough of an entity that controls the company",
            "достатня частка в особі, яка контролює компанію",
        ),
        Limb::SeniorManager => ("senior managing official", "керівна посадова особа"),
    };
    pick(lang, en, uk)
}

pub(crate) fn ground_code(ground: Ground) -> &'static str {
    match ground {
        Ground::Holding => "holding",
        Ground::Appointment => "appointment",
        Ground::Influence => "influence",
    }
}

pub(crate) fn ground(lang: Lang, ground: Ground) -> &'static str {
    let (en, uk) = match ground {
        Ground::Holding => ("by holding enough", "через достатню частку"),
        Ground::Appointment => ("by appointing the board", "через призначення правління"),
        Ground::Influence => ("by a stated role or influence", "через указану роль або вплив"),
    };
    pick(lang, en, uk)
}

pub(crate) fn propagation(lang: Lang, propagation: Propagation) -> &'static str {
    let (en, uk) = match propagation {
        Propagation::Cascade => (
            "the whole block of whoever is already caught counts; shares are not multiplied",
            "рахується вся частка того, кого вже охоплено; частки не перемножуються",
        ),
        Propagation::Attributed => (
            "the whole block of every entity under a majority stake counts; shares are not multiplied",
            "рахується вся частка кожної особи під мажоритарним контролем; частки не перемножуються",
        ),
        Propagation::Product => (
            "shares are multiplied along chains and added over chains",
            "частки перемножуються вздовж ланцюга й додаються за всіма ланцюгами",
        ),
    };
    pick(lang, en, uk)
}

pub(crate) fn basis_code(basis: Basis) -> &'static str {
    match basis {
        Basis::Text => "published_text",
        Basis::Secondary => "accounts_by_others",
        Basis::Memory => "memory",
    }
}

pub(crate) fn basis(lang: Lang, basis: Basis) -> &'static str {
    let (en, uk) = match basis {
        Basis::Text => ("from the published text", "за опублікованим текстом"),
        Basis::Secondary => {
            ("from accounts by others: unverified", "за викладом інших: не перевірено")
        }
        Basis::Memory => ("from memory: unverified", "з пам’яті: не перевірено"),
    };
    pick(lang, en, uk)
}

/// What of a rule book is unverified.
pub(crate) fn unverified(lang: Lang, regime: Regime) -> &'static [&'static str] {
    match lang {
        Lang::En => regime.rule_book().unverified,
        Lang::Uk => unverified_uk(regime),
    }
}

fn unverified_uk(regime: Regime) -> &'static [&'static str] {
    match regime {
        Regime::UkPsc => &[
            "ст. 790C(4)–(8) про відповідні юридичні особи, за викладом інших",
            "пп. 19–25 дод. 1A (права лише за певних умов, забезпечення, обмежені партнери) не застосовано",
        ],
        Regime::UkRoe => &[
            "п. 6 і частина 4 дод. 2 (звільнені власники), з пам’яті",
            "набрання чинності ст. 162 ECCTA 2023 (земля в номінального власника)",
            "перший день реєстру, з пам’яті",
        ],
        Regime::UkSanctions => &[
            "пп. 6–11 дод. 1, з пам’яті",
            "п. 7(4) ніколи не обчислюється; наведено лише докази щодо нього",
        ],
        Regime::Ofac50 => &[
            "FAQ 400 (додавання за різними програмами), з пам’яті",
            "FAQ 401, приклад 4, з пам’яті",
            "FAQ 402 (частки, продані пізніше): заблоковане лишається заблокованим; не обчислюється",
        ],
        Regime::BisAffiliates => &[
            "саме правило та його призупинення з 10 листопада 2025 до 9 листопада 2026, за викладом інших",
            "його стан після того",
        ],
        Regime::EuSanctions | Regime::EuSanctionsBefore2024 => &[
            "володіння та додавання часток, за викладом інших",
            "перелік ознак контролю, з пам’яті",
        ],
        Regime::Amld => &["уся стаття, з пам’яті"],
        Regime::Amlr => &[
            "день початку застосування, з пам’яті",
            "ст. 54(a) «сукупно»: власну пряму частку особи не додано, якщо про це не просили",
            "заміна на керівників за ст. 63, з пам’яті",
        ],
        Regime::Fatf => &["три кроки, з пам’яті; країни встановлюють поріг до 25%"],
        Regime::Cta => &["стан після березня 2025", "істотний контроль не обчислюється"],
        Regime::EcbCloseLinks => &["номер статті, з пам’яті"],
        _ => regime.rule_book().unverified,
    }
}

pub(crate) fn regime(lang: Lang, regime: Regime) -> &'static str {
    let (en, uk) = match regime {
        Regime::UkPsc => (
            "United Kingdom: people with significant control",
            "Велика Британія: особи з істотним контролем",
        ),
        Regime::UkRoe => (
            "United Kingdom: Register of Overseas Entities",
            "Велика Британія: Реєстр іноземних осіб",
        ),
        Regime::UkSanctions => (
            "United Kingdom: sanctions, ownership and control",
            "Велика Британія: санкції, володіння та контроль",
        ),
        Regime::Ofac50 => ("United States: 50 Percent Rule", "США: правило 50 відсотків"),
        Regime::BisAffiliates => (
            "United States: export control, affiliates",
            "США: експортний контроль, афілійовані особи",
        ),
        Regime::EuSanctions => {
            ("European Union: sanctions since 3 July 2024", "ЄС: санкції з 3 липня 2024")
        }
        Regime::EuSanctionsBefore2024 => {
            ("European Union: sanctions before 3 July 2024", "ЄС: санкції до 3 липня 2024")
        }
        Regime::Amld => {
            ("European Union: beneficial owner, directives", "ЄС: бенефіціарний власник, директиви")
        }
        Regime::Amlr => (
            "European Union: beneficial owner, regulation of 2024",
            "ЄС: бенефіціарний власник, регламент 2024",
        ),
        Regime::Fatf => {
            ("FATF: beneficial owner in three steps", "FATF: бенефіціарний власник у три кроки")
        }
        Regime::Cta => {
            ("United States: Corporate Transparency Act", "США: Закон про корпоративну прозорість")
        }
        Regime::EcbCloseLinks => ("European Central Bank: close links", "ЄЦБ: тісні зв’язки"),
        _ => ("rule book", "збірка правил"),
    };
    pick(lang, en, uk)
}

pub(crate) fn note_code(note: RegimeNote) -> &'static str {
    match note {
        RegimeNote::NotApplied => "version_not_applied",
        RegimeNote::OverseasBand => "overseas_band",
        RegimeNote::SubjectIsAsset => "subject_is_asset",
        RegimeNote::SubjectIsElsewhere => "subject_is_elsewhere",
        RegimeNote::NoJointArrangements => "no_joint_arrangements",
        RegimeNote::NotAPerson => "not_a_person",
        RegimeNote::NobodyListed => "nobody_listed",
        RegimeNote::EarlierStepOpen => "earlier_step_open",
        RegimeNote::OfficialsAreNoOwners => "officials_are_no_owners",
        RegimeNote::NoOfficials => "no_officials",
        RegimeNote::UncertainDates => "uncertain_dates",
        RegimeNote::Cut => "cut",
    }
}

pub(crate) fn note(lang: Lang, note: RegimeNote) -> &'static str {
    let (en, uk) = match note {
        RegimeNote::NotApplied => (
            "this version of the rule book did not apply on that day",
            "ця редакція правил на ту дату не діяла",
        ),
        RegimeNote::OverseasBand => (
            "the overseas register's only band is more than 25%: it can neither confirm nor exclude a \
             majority stake, so what rests on one stays undetermined",
            "єдина смуга реєстру іноземних осіб — понад 25%: вона не підтверджує й не виключає \
             мажоритарної частки, тож залежне від неї лишається невизначеним",
        ),
        RegimeNote::SubjectIsAsset => (
            "the rule book speaks of legal entities; asked of an asset, its proprietors count as holders of it",
            "правила стосуються юридичних осіб; для майна його власників узято за утримувачів",
        ),
        RegimeNote::SubjectIsElsewhere => (
            "the subject is not known to be on the register that the rule book is about",
            "не відомо, щоб цей суб’єкт був у реєстрі, якого стосуються правила",
        ),
        RegimeNote::NoJointArrangements => (
            "agreements to act together are not in public registers and are not counted",
            "домовленостей про спільні дії у відкритих реєстрах немає, їх не враховано",
        ),
        RegimeNote::NotAPerson => (
            "the rule book names natural persons only; ask about the persons behind this party",
            "правила називають лише фізичних осіб; запитайте про тих, хто стоїть за цією особою",
        ),
        RegimeNote::NobodyListed => (
            "no designated party is above it in these data",
            "у цих даних над ним немає жодної особи зі списків",
        ),
        RegimeNote::EarlierStepOpen => (
            "for certain the search ends at this step; an earlier one may end it, which the records leave open",
            "напевно пошук закінчується на цьому кроці; чи не раніше — записи не кажуть",
        ),
        RegimeNote::OfficialsAreNoOwners => (
            "nobody was found by ownership or control; the officials named instead are not beneficial owners",
            "за володінням чи контролем нікого не знайдено; названі натомість посадовці не є бенефіціарними власниками",
        ),
        RegimeNote::NoOfficials => (
            "nobody was found by ownership or control, and no officials are on record",
            "за володінням чи контролем нікого не знайдено, і посадовців у записах немає",
        ),
        RegimeNote::UncertainDates => (
            "some ties may or may not hold on that day, because their dates are not exact",
            "деякі зв’язки на цю дату можуть не діяти: їхні дати неточні",
        ),
        RegimeNote::Cut => (
            "a limit was met; what lies behind it counts as undisclosed",
            "досягнуто межі; усе за нею вважається нерозкритим",
        ),
    };
    pick(lang, en, uk)
}

pub(crate) fn step_code(step: FatfStep) -> &'static str {
    match step {
        FatfStep::Ownership => "ownership",
        FatfStep::Control => "control",
        FatfStep::SeniorManagingOfficial => "senior_managing_official",
    }
}

pub(crate) fn step(lang: Lang, step: FatfStep) -> &'static str {
    let (en, uk) = match step {
        FatfStep::Ownership => {
            ("first step: a controlling ownership interest", "перший крок: контрольна частка")
        }
        FatfStep::Control => {
            ("second step: control by other means", "другий крок: контроль іншими засобами")
        }
        FatfStep::SeniorManagingOfficial => (
            "third step: nobody found for certain, senior managing officials stand in",
            "третій крок: напевно нікого не знайдено, замість них — керівні посадовці",
        ),
    };
    pick(lang, en, uk)
}

pub(crate) fn asked_code(asked: Asked) -> &'static str {
    match asked {
        Asked::CashFlow => "cash_flow",
        Asked::Attributed => "attributed",
        Asked::Control => "control",
    }
}

pub(crate) fn asked(lang: Lang, asked: Asked) -> &'static str {
    let (en, uk) = match asked {
        Asked::CashFlow => ("money", "гроші"),
        Asked::Attributed => ("credited holding", "зарахована частка"),
        Asked::Control => ("control", "контроль"),
    };
    pick(lang, en, uk)
}

pub(crate) fn adjustment_code(adjustment: &AdjustmentView) -> &'static str {
    match adjustment {
        AdjustmentView::OthersTake(_) => "others_take",
        AdjustmentView::OthersCanTakeOnly(_) => "others_can_take_only",
        AdjustmentView::HeldJointly => "held_jointly",
        AdjustmentView::HeldForUnnamed => "held_for_unnamed",
        AdjustmentView::MayNotHold => "may_not_hold",
        AdjustmentView::MayOverlap => "may_overlap",
    }
}

pub(crate) fn adjustment(lang: Lang, adjustment: &AdjustmentView) -> String {
    let (en, uk) = match adjustment {
        AdjustmentView::OthersTake(part) => {
            return format!(
                "{} {part}{} 1 − {part}",
                pick(lang, "the other holders have at least", "інші власники мають щонайменше"),
                pick(lang, ", so at most", ", тож лишається щонайбільше"),
            );
        }
        AdjustmentView::OthersCanTakeOnly(part) => {
            return format!(
                "{} {part}{} 1 − {part}",
                pick(
                    lang,
                    "the listed holders are the whole and the others have at most",
                    "названі власники становлять ціле, а інші мають щонайбільше"
                ),
                pick(lang, ", so at least", ", тож щонайменше"),
            );
        }
        AdjustmentView::HeldJointly => (
            "held jointly: this holder's part of the money may be nothing",
            "спільне володіння: частка грошей цього власника може бути нульовою",
        ),
        AdjustmentView::HeldForUnnamed => (
            "held in trust or for a firm: the money may go to somebody who is not named",
            "у трасті або для товариства: гроші може отримувати хтось неназваний",
        ),
        AdjustmentView::MayNotHold => (
            "its dates leave open whether it held on that day, so it may be nothing",
            "дати не кажуть, чи це діяло того дня, тож може бути нулем",
        ),
        AdjustmentView::MayOverlap => (
            "the statements about this subject contradict each other, so its blocks may overlap",
            "твердження про цей об’єкт суперечать одне одному, тож частки можуть перекриватися",
        ),
    };
    pick(lang, en, uk).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuibono_ownership::regime::RULE_BOOKS;

    #[test]
    fn every_unverified_part_is_told_in_both_languages() {
        for book in RULE_BOOKS {
            let uk = unverified(Lang::Uk, book.regime);
            assert_eq!(uk.len(), book.unverified.len(), "{}", book.code);
            assert!(uk.iter().all(|text| text.chars().any(|c| ('а'..='я').contains(&c))));
            assert_ne!(regime(Lang::En, book.regime), "rule book");
        }
    }
}
