/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as o,b as r}from"./board-THOQ33AU.js";import"./board-PLSPXCZQ.js";import"./board-25JJNHAM.js";import"./board-NYSFQMS3.js";export{o as Link,r as Pick};
