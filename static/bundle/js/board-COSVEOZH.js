/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-C4HXBNNF.js";import"./board-EXTMBQH3.js";import{d as o,e as r,f as m,g as p,h as t}from"./board-NCPORSZI.js";import"./board-P7VW2F52.js";import"./board-H7CUEYXU.js";export{p as HandWatch,t as Hands,m as HandsUp,r as MyHand,o as MySigns};
