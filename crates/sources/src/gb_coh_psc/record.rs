//! One line of the snapshot as typed data. Text is borrowed from the line where it has no escapes.
//! Every key is a field, ignored by name, or listed in `unknown`; a null counts as absent.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A text, trimmed; empty for null. Numbers and booleans are taken as they are written.
#[derive(Clone, Default, Debug)]
pub(crate) struct Text<'a>(Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text.trim())))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.trim().to_owned())))
    }

    fn visit_unit<E: Error>(self) -> Result<Text<'de>, E> {
        Ok(Text::default())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(if value { "true" } else { "false" })))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(value.to_string())))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(value.to_string())))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(value.to_string())))
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text<'de>, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A whole number, also when written as a text; `None` for anything else.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Number(pub(crate) Option<u64>);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        struct NumberVisitor;
        impl Visitor<'_> for NumberVisitor {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
                Ok(Number(Some(value)))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
                Ok(Number(u64::try_from(value).ok()))
            }

            fn visit_f64<E: Error>(self, _: f64) -> Result<Number, E> {
                Ok(Number(None))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Number, E> {
                Ok(Number(text.trim().parse().ok()))
            }

            fn visit_unit<E: Error>(self) -> Result<Number, E> {
                Ok(Number(None))
            }
        }
        deserializer.deserialize_any(NumberVisitor)
    }
}

/// The elements of a list; empty for null.
#[derive(Clone, Debug)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<List<T>, D::Error> {
        struct ListVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
            type Value = List<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_unit<E: Error>(self) -> Result<List<T>, E> {
                Ok(List::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element()? {
                    all.push(one);
                }
                Ok(List(all))
            }
        }
        deserializer.deserialize_any(ListVisitor(std::marker::PhantomData))
    }
}

/// The values of an object with the keys they stand under; empty for null.
#[derive(Clone, Debug)]
pub(crate) struct Named<'a, T>(pub(crate) Vec<(Text<'a>, T)>);

impl<T> Default for Named<'_, T> {
    fn default() -> Self {
        Named(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<'de, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NamedVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for NamedVisitor<T> {
            type Value = Named<'de, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Named::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    all.push(entry);
                }
                Ok(Named(all))
            }
        }
        deserializer.deserialize_any(NamedVisitor(std::marker::PhantomData))
    }
}

/// The JSON key of a field: its name unless another is given.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident = $key:literal) => {
        $key
    };
}

/// Defines an object: fields by the name of their key, and keys left out on purpose.
macro_rules! object {
    (
        $(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty $(= $key:literal)?,)* }
        ignored { $($ignored:literal),* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Default, Debug)]
        pub(crate) struct $name<'a> {
            $(pub(crate) $field: $kind,)*
            /// Keys that are neither fields nor ignored by name.
            pub(crate) unknown: Vec<Text<'a>>,
        }

        impl<'a> Deserialize<'a> for $name<'a> {
            fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<$name<'a>, D::Error> {
                struct ObjectVisitor;
                impl<'a> Visitor<'a> for ObjectVisitor {
                    type Value = $name<'a>;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_unit<E: Error>(self) -> Result<$name<'a>, E> {
                        Ok($name::default())
                    }

                    fn visit_map<A: MapAccess<'a>>(
                        self,
                        mut map: A,
                    ) -> Result<$name<'a>, A::Error> {
                        let mut out = $name::default();
                        while let Some(key) = map.next_key::<Text<'a>>()? {
                            match &*key {
                                $(key!($field $(= $key)?) => out.$field = map.next_value()?,)*
                                $($ignored => {
                                    let _: IgnoredAny = map.next_value()?;
                                })*
                                _ => {
                                    let _: IgnoredAny = map.next_value()?;
                                    out.unknown.push(key);
                                }
                            }
                        }
                        Ok(out)
                    }
                }
                deserializer.deserialize_any(ObjectVisitor)
            }
        }
    };
}

object! {
    /// A line. `ContentDate` is added by republishers.
    Line {
        company_number: Text<'a>,
        data: Data<'a>,
    }
    ignored { "ContentDate" }
}

object! {
    /// What the line says. The verification of a person's identity is personal and says nothing
    /// about ownership; `description` repeats the kind.
    Data {
        kind: Text<'a>,
        links: Links<'a>,
        name: Text<'a>,
        name_elements: NameElements<'a>,
        date_of_birth: DateOfBirth<'a>,
        nationality: Text<'a>,
        country_of_residence: Text<'a>,
        address: Address<'a>,
        principal_office_address: Address<'a>,
        identification: Identification<'a>,
        natures_of_control: List<Text<'a>>,
        notified_on: Text<'a>,
        ceased_on: Text<'a>,
        ceased: Text<'a>,
        is_sanctioned: Text<'a>,
        statement: Text<'a>,
        linked_psc_name: Text<'a>,
        restrictions_notice_withdrawal_reason: Text<'a>,
        exemptions: Named<'a, Exemption<'a>>,
        persons_of_significant_control_count: Number,
        statements_count: Number,
        exemptions_count: Number,
        generated_at: Text<'a>,
    }
    ignored {
        "etag", "description", "identity_verification_details",
        "service_address_is_same_as_registered_office_address"
    }
}

impl Links<'_> {
    /// The record's id: the last segment of its own link. Empty when there is none.
    pub(crate) fn id(&self) -> &str {
        self.this.rsplit('/').next().unwrap_or_default()
    }
}

object! {
    /// Where the record is.
    Links { this: Text<'a> = "self", }
    ignored { "statement" }
}

object! {
    /// The parts of an individual's name.
    NameElements {
        title: Text<'a>,
        forename: Text<'a>,
        middle_name: Text<'a>,
        other_forenames: Text<'a>,
        surname: Text<'a>,
    }
    ignored {}
}

object! {
    /// A birth date. The day stands in few records; it is read only to say that it was dropped.
    DateOfBirth { year: Number, month: Number, day: Number, }
    ignored {}
}

object! {
    /// An address.
    Address {
        care_of: Text<'a>,
        po_box: Text<'a>,
        premises: Text<'a>,
        address_line_1: Text<'a>,
        address_line_2: Text<'a>,
        locality: Text<'a>,
        region: Text<'a>,
        postal_code: Text<'a>,
        country: Text<'a>,
    }
    ignored {}
}

object! {
    /// What a body says of its own registration.
    Identification {
        legal_form: Text<'a>,
        legal_authority: Text<'a>,
        country_registered: Text<'a>,
        place_registered: Text<'a>,
        registration_number: Text<'a>,
    }
    ignored { "identification_type" }
}

object! {
    /// One kind of exemption with the times it held.
    Exemption { exemption_type: Text<'a>, items: List<ExemptionItem<'a>>, }
    ignored {}
}

object! {
    /// One time an exemption held.
    ExemptionItem { exempt_from: Text<'a>, exempt_to: Text<'a>, }
    ignored {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lenient_about_types_and_unknown_keys() {
        let text = r#"{"company_number":1234567,"extra":[{}],"data":{"kind":null,
            "natures_of_control":["a",null],"links":{"self":"/a/b/c d"},"identification":null,
            "date_of_birth":{"year":"1970","month":4},"is_sanctioned":true,
            "name":"\u0041\"b\"","address":{"planet":"x"}}}"#;
        let line: Line = serde_json::from_str(text).unwrap();
        assert_eq!(&*line.company_number, "1234567");
        assert_eq!(&*line.unknown[0], "extra");
        assert_eq!(line.data.links.id(), "c d");
        assert_eq!(&*line.data.name, "A\"b\"");
        assert_eq!(&*line.data.is_sanctioned, "true");
        assert_eq!(line.data.date_of_birth.year.0, Some(1970));
        assert_eq!(line.data.natures_of_control.0.len(), 2);
        assert_eq!(&*line.data.address.unknown[0], "planet");
        assert!(serde_json::from_str::<Line>(r#"{"data":{"name":{}}}"#).is_err());
    }
}
