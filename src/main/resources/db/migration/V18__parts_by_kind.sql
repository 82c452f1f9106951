-- 我的 asks for somebody's part in each kind of item by itself; without the kind in the index each of them read all kinds.
CREATE INDEX item_person_by_kind ON item_person (person, part, item, serial);
