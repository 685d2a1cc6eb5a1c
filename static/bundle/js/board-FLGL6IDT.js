/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as o,b as r}from"./board-RW3KYYL3.js";import"./board-NCPORSZI.js";import"./board-P7VW2F52.js";import"./board-H7CUEYXU.js";export{o as Link,r as Pick};
