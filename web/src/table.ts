// The page of all claims.

import { eachFilter } from "./filters";
import { Table } from "./paged_table";

eachFilter((form) => new Table(form));
